package muhafiz.itest.planted.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Spills a body to disk and tells everybody. */
class Spiller {
    Path spill(byte[] body) throws IOException {
        Path file = Files.createTempFile("body", "");
        System.out.println(file);
        return Files.write(file, body);
    }
}
