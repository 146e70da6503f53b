// Reads and writes students as a tutorial for Node.js does: one plain request each through the document client, and no
// transactions, reservations, versions or recorded awards. Takes orders from standard input, a line each: the operation,
// how many calls, and the number of the first. Answers each with a line: done, or what failed.
//
// node tutorial.js ENDPOINT TABLE
import { createInterface } from "node:readline";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";

const [endpoint, table] = process.argv.slice(2);
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
};

for await (const order of createInterface({ input: process.stdin })) {
  const [operation, calls, first] = order.split(" ");
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
