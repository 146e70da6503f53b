package dev.students.infra.internal;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** A Region as the AWS SDK knows it. */
record AwsRegion(String name) {

  /** Whether the SDK of this build knows the Region; a newer one may exist all the same. */
  boolean isKnown() {
    return Region.regions().stream()
        .filter(region -> !region.isGlobalRegion())
        .anyMatch(region -> region.id().equals(name));
  }

  /** The partition, such as {@code aws}, {@code aws-cn} or {@code aws-eusc}. */
  String partition() {
    return PartitionMetadata.of(Region.of(name)).id();
  }
}
