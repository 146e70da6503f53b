package dev.students.infra.internal;

import java.util.Optional;

/**
 * A daily backup by AWS Backup.
 *
 * @param days how long a backup is kept
 * @param copyTo the ARN of a backup vault of another Region or account, which gets a copy of each
 * @param copyDays how long a copy is kept
 * @param lock whether nobody can delete a backup before its days are over
 */
public record BackupSettings(int days, Optional<String> copyTo, int copyDays, boolean lock) {}
