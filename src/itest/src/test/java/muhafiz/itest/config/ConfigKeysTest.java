package muhafiz.itest.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import muhafiz.service.config.ArchiveProperties;
import muhafiz.stand.Checkout;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {
    private static final Path SHIPPED = Checkout.find().config().resolve("archive.properties");

    @Test
    void theShippedFileListsEveryKeyWithItsDefaultAndNoOther() throws IOException {
        assertThat(shipped()).isEqualTo(ArchiveProperties.DEFAULTS);
    }

    @Test
    void everyKeyOfTheShippedFileIsExplained() throws IOException {
        List<String> lines = Files.readAllLines(SHIPPED);
        boolean explained = false;
        for (String line : lines) {
            explained = line.startsWith("#") || (explained && !line.isBlank());

            assertThat(explained || line.isBlank()).as(line).isTrue();
        }
    }

    private static Map<String, String> shipped() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(SHIPPED)) {
            properties.load(reader);
        }
        Map<String, String> shipped = new HashMap<>();
        properties.forEach((key, value) -> shipped.put(key.toString(), value.toString()));
        return shipped;
    }
}
