package muhafiz.stand.postgresql;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import muhafiz.stand.home.PrivateFiles;
import muhafiz.stand.home.StartRefused;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL once; another version gets another folder, and a half-unpacked one is never used. */
final class PostgresFiles {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresFiles() {}

    /** The folder that holds {@code bin/postgres}, unpacked below the given one where it is missing. */
    static Path unpackedBelow(Path folder) {
        URL archive = PostgresFiles.class.getResource(ARCHIVE);
        if (archive == null || !onLinuxAmd64()) {
            throw new StartRefused(
                    "The embedded PostgreSQL runs on Linux/amd64 only. Set MUHAFIZ_DB_URL to another one.");
        }
        try {
            Path program = folder.resolve("program-" + fingerprint(archive));
            if (!Files.exists(program)) {
                Path fresh = PrivateFiles.folder(
                        folder.resolve("unpacking-" + ProcessHandle.current().pid()));
                unpack(archive, fresh.resolve("program"));
                moveUnlessThere(fresh.resolve("program"), program);
                PrivateFiles.remove(fresh);
            }
            return program;
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL cannot be unpacked into " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Two test runs may unpack at once: the first to finish wins, both copies are the same. */
    private static void moveUnlessThere(Path fresh, Path program) throws IOException {
        try {
            Files.move(fresh, program, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(program.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static boolean onLinuxAmd64() {
        return "Linux".equals(System.getProperty("os.name")) && "amd64".equals(System.getProperty("os.arch"));
    }

    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return Long.toHexString(connection.getContentLengthLong());
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            PrivateFiles.folder(folder);
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                unpack(entry, tar, folder);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            PrivateFiles.folder(target);
            return;
        }
        PrivateFiles.folder(PrivateFiles.parentOf(target));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
    }
}
