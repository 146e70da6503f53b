package school.service;

import dev.students.data.StudentStore;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One client and one store for the whole service: both are thread-safe. */
@Configuration
public class StudentsConfiguration {

  /** Region and credentials come from the environment, as everywhere in the SDK. */
  @Bean
  DynamoDbClient dynamoDb() {
    return DynamoDbClient.builder().httpClientBuilder(Apache5HttpClient.builder()).build();
  }

  /** The stack publishes the table's name in the parameter /students/ENVIRONMENT/table-name. */
  @Bean
  StudentStore students(
      DynamoDbClient dynamoDb, @Value("${students.table}") String table, MeterRegistry registry) {
    return StudentStore.builder(dynamoDb, table).listener(new MicrometerListener(registry)).build();
  }
}
