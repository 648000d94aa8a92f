package muhafiz.itest.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;

/** A document as it lies in the stand's bucket: S3Proxy keeps objects as files and their metadata in extended attributes. */
record Stored(byte[] ciphertext, byte[] label) {
    static Stored in(Path home, String version) {
        Path folder = home.resolve("objects/muhafiz").resolve(version).resolve("original");
        try {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            int piece = 0;
            while (Files.exists(folder.resolve(Integer.toString(piece)))) {
                whole.writeBytes(Files.readAllBytes(folder.resolve(Integer.toString(piece++))));
            }
            return new Stored(whole.toByteArray(), label(folder.resolve(Integer.toString(piece - 1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] label(Path file) throws IOException {
        UserDefinedFileAttributeView attributes = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        String about = attributes.list().stream()
                .filter(name -> name.endsWith("about"))
                .findFirst()
                .orElseThrow();
        ByteBuffer value = ByteBuffer.allocate(attributes.size(about));
        attributes.read(about, value);
        return value.array();
    }

    List<byte[]> objects() {
        return List.of(ciphertext, label);
    }
}
