package dev.students.data.internal;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One action of a transaction. */
record Action(Part part, TransactWriteItem item) {}
