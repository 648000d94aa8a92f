package muhafiz.service.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;

/** A bag in a folder. Links are not followed: what they lead to is not of the bag. */
final class BagFolder implements Bag {
    private final Path root;

    /** @param folder that exists */
    BagFolder(Path folder) throws IOException {
        this.root = folder.toRealPath();
    }

    @Override
    public InputStream open(String path) throws IOException {
        Path file = at(path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !file.toRealPath().equals(file)) {
            throw new NoSuchFileException("a file of the bag");
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    private Path at(String path) throws NoSuchFileException {
        try {
            Path file = root.resolve(path);
            if (file.startsWith(root) && file.normalize().equals(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new NoSuchFileException("a file of the bag");
        }
        throw new NoSuchFileException("a file of the bag");
    }

    @Override
    public void eachFile(Consumer<String> use) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                use.accept(root.relativize(file).toString().replace('\\', '/'));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
