package com.ecom.signup.local.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per user.
 *
 * <p>Not in the temporary folder, where others may write and where systems delete what is old.
 */
final class Binaries {

  private static final String NAME = "signup-postgresql-";

  private Binaries() {}

  /** The folder that holds {@code bin}. */
  static Path unpacked(Path cache) throws IOException {
    byte[] archive = archive();
    CRC32 checksum = new CRC32();
    checksum.update(archive);
    Path folder = cache.resolve(NAME + Long.toHexString(checksum.getValue()));
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(cache);
      Path unfinished = Files.createTempDirectory(cache, NAME);
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpack(archive, unfinished);
      publish(unfinished, folder);
    }
    return folder;
  }

  /** Readable for {@code nobody} too when root runs this, see {@link Unprivileged}. */
  static Path cache() {
    return "root".equals(System.getProperty("user.name"))
        ? Path.of("/var/cache/ecom-signup")
        : Path.of(System.getProperty("user.home"), ".cache", "ecom-signup");
  }

  private static byte[] archive() throws IOException {
    String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    String processor = System.getProperty("os.arch");
    try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor)) {
      return in.readAllBytes();
    }
  }

  private static void unpack(byte[] archive, Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry " + entry.getName() + " points outside of the archive");
        }
        write(tar, entry, target);
      }
    }
  }

  private static void write(InputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      boolean program = target.toString().contains("/bin/");
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /** In one step, so that a start that is killed or a second one never leaves half of it. */
  private static void publish(Path unfinished, Path folder) throws IOException {
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      Folders.delete(unfinished);
    }
  }
}
