package dev.students.local.internal.server;

import dev.students.local.LocalDynamoDb;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;

/** Calls the request handler of DynamoDB Local directly. Other operations are not supported. */
record DirectReads(DynamoDBRequestHandler handler) implements DynamoDbClient {

  /** Any access key works, because tables are shared between all of them. */
  private static final String ACCESS_KEY = "local";

  private static final String REGION = LocalDynamoDb.REGION.id();

  @Override
  public DescribeTableResponse describeTable(DescribeTableRequest request) {
    return handler.describeTable(ACCESS_KEY, REGION, request);
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return handler.getItem(ACCESS_KEY, REGION, request);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return handler.batchGetItem(ACCESS_KEY, REGION, request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return handler.query(ACCESS_KEY, REGION, request);
  }

  @Override
  public ScanResponse scan(ScanRequest request) {
    return handler.scan(ACCESS_KEY, REGION, request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // The database is closed by its owner.
  }
}
