package muhafiz.itest.planted.api;

import java.nio.file.Path;

/** Asks for the temporary folder by the name of its property. */
class TemporaryFolder {
    Path folder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
