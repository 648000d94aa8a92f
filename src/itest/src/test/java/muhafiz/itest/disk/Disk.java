package muhafiz.itest.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files below some folders, and which of them changed since they were last looked at. One thread at a time. */
final class Disk {
    private static final String STAMP = "unix:size,ino,lastModifiedTime,ctime";

    private final List<Path> folders;
    private final Set<String> contents = new HashSet<>();
    private Map<Path, Map<String, Object>> known;

    /**
     * What stands there now is known.
     *
     * @param program a folder whose contents are known wherever they turn up again: programs are unpacked at each start
     */
    Disk(List<Path> folders, Path program) throws IOException {
        this.folders = List.copyOf(folders);
        this.known = stamps(folders);
        for (Path file : stamps(List.of(program)).keySet()) {
            if (Files.isRegularFile(file)) {
                contents.add(sha256(file));
            }
        }
    }

    /** Files and folders that are new or changed since the last call (or the beginning); they are known from now on. */
    List<Path> changed() throws IOException {
        Map<Path, Map<String, Object>> now = stamps(folders);
        List<Path> changed = new ArrayList<>();
        for (Map.Entry<Path, Map<String, Object>> entry : now.entrySet()) {
            if (!entry.getValue().equals(known.get(entry.getKey())) && !isKnownContent(entry.getKey())) {
                changed.add(entry.getKey());
            }
        }
        known = now;
        return changed;
    }

    private boolean isKnownContent(Path path) throws IOException {
        return Files.isRegularFile(path) && contents.contains(sha256(path));
    }

    /** Every file and folder below this one. */
    static Set<Path> all(Path folder) throws IOException {
        return stamps(List.of(folder)).keySet();
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException gone) {
            return "gone";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<Path, Map<String, Object>> stamps(List<Path> folders) throws IOException {
        Map<Path, Map<String, Object>> stamps = new HashMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                Files.walkFileTree(folder, visitor(stamps));
            }
        }
        return stamps;
    }

    private static FileVisitor<Path> visitor(Map<Path, Map<String, Object>> stamps) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return note(folder);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return note(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            private FileVisitResult note(Path path) {
                try {
                    stamps.put(path, Files.readAttributes(path, STAMP, LinkOption.NOFOLLOW_LINKS));
                } catch (IOException gone) {
                    stamps.remove(path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        };
    }
}
