package dev.students.reliability.faults;

/** What happens to one request. */
public enum Fault {
  /** It is carried out, and the connection breaks before the answer. */
  ANSWER_LOST,
  /** It never arrives. */
  REQUEST_LOST,
  /** The connection breaks, and the request arrives some calls later. */
  DELIVERED_LATE,
  /** The request arrives twice, one after the other. */
  DELIVERED_TWICE,
  /** An internal error before the request was carried out. */
  INTERNAL_ERROR_BEFORE,
  /** An internal error after the request was carried out. */
  INTERNAL_ERROR_AFTER,
  /** The service is not available. */
  UNAVAILABLE,
  /** The table's throughput is exceeded. */
  THROUGHPUT_EXCEEDED,
  /** The account's rate of requests is exceeded. */
  REQUEST_LIMIT_EXCEEDED,
  /** Throttled in the form that other services use. */
  THROTTLED,
  /** A transaction that conflicts with another one; a read is throttled instead. */
  TRANSACTION_CONFLICT,
  /** A transaction whose token is in use; a read is throttled instead. */
  TRANSACTION_IN_PROGRESS,
  /** It is carried out, and half of the answer arrives. */
  ANSWER_CUT,
  /** It is carried out, and the answer's checksum is wrong. */
  ANSWER_CORRUPT,
  /** The credentials have expired: not to be repeated. */
  CREDENTIALS_EXPIRED
}
