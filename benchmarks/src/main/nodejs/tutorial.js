// Reads and writes students as a tutorial for Node.js does: one plain request each through the document client, and no
// transactions, reservations, versions or recorded awards. Takes orders from standard input, a line each: the operation,
// the table, how many calls, and the number of the first. Answers each with a line: done, or what failed.
//
// node tutorial.js ENDPOINT
import { createInterface } from "node:readline";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";

const [endpoint] = process.argv.slice(2);
let table;
const client = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  }),
);

const key = (id) => ({ pk: `student#${id}`, sk: `student#${id}` });

const update = (id, expression, values) =>
  client.send(
    new UpdateCommand({
      TableName: table,
      Key: key(id),
      UpdateExpression: expression,
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeValues: values,
    }),
  );

const operations = {
  create: (number) =>
    client.send(
      new PutCommand({
        TableName: table,
        Item: {
          ...key(`s${number}`),
          entityType: "student",
          firstName: "Ada",
          lastName: "Lovelace",
          xp: 0,
          gsi1_pk: `s${number}@example.org`,
          gsi1_sk: `student#s${number}`,
        },
        ConditionExpression: "attribute_not_exists(pk)",
      }),
    ),

  findById: async () => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key("ada") }));
    return Item.firstName;
  },

  findByEmail: async () => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: "gsi1",
        KeyConditionExpression: "gsi1_pk = :email",
        ExpressionAttributeValues: { ":email": "ada@example.org" },
      }),
    );
    return Items[0].firstName;
  },

  update: (number) =>
    update("ada", "SET firstName = :firstName", { ":firstName": number % 2 === 0 ? "Augusta" : "Augusta Ada" }),

  awardXp: () => update("ada", "ADD xp :amount", { ":amount": 5 }),

  // Reads all keys, then keeps 50 deletions in flight.
  truncate: async () => {
    const keys = [];
    let last;
    do {
      const page = await client.send(
        new ScanCommand({ TableName: table, ProjectionExpression: "pk, sk", ExclusiveStartKey: last }),
      );
      keys.push(...page.Items);
      last = page.LastEvaluatedKey;
    } while (last);
    const deletions = keys.values();
    const deleteInTurn = async () => {
      for (const each of deletions) {
        await client.send(new DeleteCommand({ TableName: table, Key: each }));
      }
    };
    await Promise.all(Array.from({ length: 50 }, deleteInTurn));
  },
};

for await (const order of createInterface({ input: process.stdin })) {
  const [operation, ofTable, calls, first] = order.split(" ");
  table = ofTable;
  let answer = "done";
  try {
    for (let call = 0; call < Number(calls); call++) {
      await operations[operation](Number(first) + call);
    }
  } catch (e) {
    answer = `failed: ${e}`.replaceAll("\n", " ");
  }
  process.stdout.write(`${answer}\n`);
}
