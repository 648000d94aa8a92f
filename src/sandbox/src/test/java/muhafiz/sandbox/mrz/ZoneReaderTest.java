package muhafiz.sandbox.mrz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages are drawn with OCR-B as printers cut it (OCRB.otf) and with sharp corners (OCRBS.otf, of the same package); README has the table of many. */
class ZoneReaderTest {
    /** ICAO Doc 9303, parts 4 to 7. */
    private static final List<List<String>> SPECIMENS = List.of(
            List.of("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
            List.of(
                    "I<UTOD231458907<<<<<<<<<<<<<<<",
                    "7408122F1204159UTO<<<<<<<<<<<6",
                    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"),
            List.of("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"),
            List.of("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"),
            List.of("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"));

    static Stream<Arguments> specimens() {
        return SPECIMENS.stream()
                .flatMap(lines -> IntStream.of(150, 300, 600).mapToObj(dpi -> Arguments.of(lines, dpi)));
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void allFormatsAreReadFromPictures(List<String> lines, int dpi) throws IOException {
        ZoneReader.Found found = read(DrawnZone.of(lines, dpi, 1, "OCRBS.otf"));

        assertThat(found.zone().lines()).isEqualTo(lines);
        assertThat(found.zone().failing()).isEmpty();
        assertThat(found.confidence()).isGreaterThan(80);
    }

    @ParameterizedTest
    @CsvSource({"-5", "-2.3", "0.7", "5", "90", "180", "270", "183"})
    void aPageMayLieAskew(double degrees) throws IOException {
        List<String> lines = new Passports(7).next();

        assertThat(read(DrawnZone.of(lines, 200, 2, "OCRB.otf").turned(degrees))
                        .zone()
                        .lines())
                .isEqualTo(lines);
    }

    @Test
    void aPhotographIsRead() throws IOException {
        List<String> lines = new Passports(8).next();
        DrawnZone photo = DrawnZone.of(lines, 200, 3, "OCRB.otf")
                .photographed(0.08)
                .turned(2)
                .noisy(6)
                .blurred(0.15);

        assertThat(read(photo).zone().lines()).isEqualTo(lines);
    }

    @Test
    void whatHasNoZoneHasNone() throws IOException {
        BufferedImage page =
                DrawnZone.of(List.of(), 200, 4, "OCRB.otf").noisy(10).picture();

        assertThat(ZoneReader.read(page)).isEmpty();
        assertThat(ZoneReader.read(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }

    private static ZoneReader.Found read(DrawnZone zone) throws IOException {
        return ZoneReader.read(zone.picture()).orElseThrow();
    }
}
