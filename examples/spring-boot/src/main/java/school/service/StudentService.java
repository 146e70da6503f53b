package school.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service. */
@SpringBootApplication
public class StudentService {

  public static void main(String[] arguments) {
    SpringApplication.run(StudentService.class, arguments);
  }
}
