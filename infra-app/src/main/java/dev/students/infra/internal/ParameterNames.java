package dev.students.infra.internal;

/** Where an environment's stack publishes what others need, in Parameter Store. */
record ParameterNames(String environment) {

  String tableName() {
    return below("table-name");
  }

  String tableArn() {
    return below("table-arn");
  }

  String applicationPolicy() {
    return below("application-policy-arn");
  }

  String acceptancePolicy() {
    return below("acceptance-policy-arn");
  }

  String truncationPermit() {
    return below("truncation-permit");
  }

  String truncationFunction() {
    return below("truncation-function");
  }

  private String below(String name) {
    return "/students/" + environment + "/" + name;
  }
}
