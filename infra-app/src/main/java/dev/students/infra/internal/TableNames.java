package dev.students.infra.internal;

/** Names of the table's attributes and index. */
final class TableNames {

  static final String PARTITION_KEY = "pk";
  static final String SORT_KEY = "sk";
  static final String INDEX = "gsi1";
  static final String INDEX_PARTITION_KEY = "gsi1_pk";
  static final String INDEX_SORT_KEY = "gsi1_sk";

  private TableNames() {}
}
