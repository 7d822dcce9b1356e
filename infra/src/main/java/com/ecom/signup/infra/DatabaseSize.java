package com.ecom.signup.infra;

/**
 * The database's machine and how well it is kept.
 *
 * @param instanceType as RDS names it, without {@code db.} before it
 * @param storage in GiB
 * @param mostStorage to which it grows by itself, in GiB
 * @param standby whether a second one in another zone takes over
 * @param backupDays how far back its state can be restored
 */
record DatabaseSize(
    String instanceType, int storage, int mostStorage, boolean standby, int backupDays) {
  DatabaseSize {
    if (storage < 20 || mostStorage < storage) {
      throw new BadParameterException(
          "storage of %d to %d GiB makes no sense; expected at least 20, and no less at most"
              .formatted(storage, mostStorage));
    }
    if (backupDays < 1 || backupDays > 35) {
      throw new BadParameterException(
          "backups cannot be kept for %d days; expected 1 to 35".formatted(backupDays));
    }
  }
}
