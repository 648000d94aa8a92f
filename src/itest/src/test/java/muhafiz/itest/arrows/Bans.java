package muhafiz.itest.arrows;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static muhafiz.itest.arrows.Touch.any;
import static muhafiz.itest.arrows.Touch.constructor;
import static muhafiz.itest.arrows.Touch.method;
import static muhafiz.itest.arrows.Touch.oneOf;
import static muhafiz.itest.arrows.Touch.without;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.ObjectInputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** What the platform offers and this house does not take (STYLE 13, 16, 21, 35). */
final class Bans {
    private final Places places;

    Bans(House house) {
        this.places = new Places(house);
    }

    /** Plaintext lives in memory only: whoever can make files of their own is watched over by name. */
    ArchRule temporaryFiles() {
        return noClasses()
                .that(places.outside(Room.SANDBOX, Room.STAND))
                // It names the folder to the sandbox's workers, whose scratch is in memory.
                .and(not(places.named("inspect.JavaCommand")))
                .should()
                .accessTargetWhere(oneOf(List.of(
                        method(Files.class, "createTempFile", "createTempDirectory"),
                        method(File.class, "createTempFile", "deleteOnExit"),
                        constructor(FileOutputStream.class),
                        constructor(FileWriter.class),
                        constructor(RandomAccessFile.class))))
                .orShould(new Mention("java.io.tmpdir"));
    }

    ArchRule standardStreams() {
        return noClasses()
                .that(places.outside(Room.SANDBOX, Room.STAND, Room.VERIFY))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    /** Time comes in as an argument or from an InstantSource; the named classes make the platform's own. */
    ArchRule clocks(String... makers) {
        return noClasses()
                .that(places.outside(Room.SANDBOX, Room.STAND))
                .and(not(places.named(makers)))
                .should()
                .accessTargetWhere(oneOf(List.of(
                        without(
                                Clock.class,
                                oneOf(List.of(
                                        method(Instant.class, "now"),
                                        method(LocalDate.class, "now"),
                                        method(LocalDateTime.class, "now"),
                                        method(LocalTime.class, "now"),
                                        method(OffsetDateTime.class, "now"),
                                        method(ZonedDateTime.class, "now"),
                                        method(Year.class, "now"),
                                        method(YearMonth.class, "now")))),
                        method(System.class, "currentTimeMillis"),
                        method(Clock.class, "systemUTC", "systemDefaultZone", "system"),
                        method(InstantSource.class, "system"),
                        without(long.class, constructor(Date.class)))));
    }

    /** Where PDF is written it is not read: a hostile one is for the sandbox. */
    ArchRule readingPdf() {
        return noClasses()
                .that(places.outside(Room.SANDBOX))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.apache\\.pdfbox\\.(Loader|pdfparser\\..*|text\\..*|rendering\\..*)");
    }

    /** A picture from outside is decoded in the sandbox; here only pixels are drawn on and written. */
    ArchRule readingPictures() {
        return noClasses()
                .that(places.outside(Room.SANDBOX))
                .should()
                .accessTargetWhere(oneOf(List.of(
                        any(ImageReader.class),
                        method(ImageIO.class, "read", "getImageReaders", "getImageReadersByFormatName"),
                        method(ImageIO.class, "getImageReadersByMIMEType", "getImageReadersBySuffix"))));
    }

    /** Java's own serialisation runs what it reads. */
    ArchRule serialisedObjects() {
        return noClasses().should().accessTargetWhere(any(ObjectInputStream.class));
    }

    /** The database is asked in service, by the classes named, and nowhere else. */
    ArchRule database(String... named) {
        return noClasses()
                .that(not(places.named(named)))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.persistence.EntityManager");
    }
}
