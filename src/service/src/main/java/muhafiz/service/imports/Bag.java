package muhafiz.service.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** The files of a bag, by their paths within it, parts of which are separated by {@code /}. Safe for all threads. */
interface Bag extends Closeable {
    /** @throws java.nio.file.NoSuchFileException where there is no such file, or its path leads out of the bag */
    InputStream open(String path) throws IOException;

    /** Every file of it, in any order. */
    void eachFile(Consumer<String> use) throws IOException;
}
