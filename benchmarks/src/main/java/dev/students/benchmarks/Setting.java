package dev.students.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and for how long a part is measured.
 *
 * @param endpoint of a DynamoDB Local in another process
 * @param root the project's folder
 * @param time about how long it may take
 */
record Setting(URI endpoint, Path root, Duration time) {

  Duration fraction(int numerator, int denominator) {
    return time.multipliedBy(numerator).dividedBy(denominator);
  }
}
