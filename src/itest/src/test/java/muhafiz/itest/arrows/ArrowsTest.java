package muhafiz.itest.arrows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrowsTest {
    private static final House HOUSE = House.asBuilt();

    @ParameterizedTest
    @EnumSource
    void everyRoomIsLookedAt(Room room) {
        assertThat(HOUSE.classes().stream().filter(type -> HOUSE.roomOf(type).equals(Optional.of(room))))
                .hasSizeGreaterThan(5);
    }

    @Test
    void aRoomUsesOnlyTheRoomsAndLibrariesOfItsRow() {
        new Arrows(HOUSE).ofTheTable().check(HOUSE.classes());
    }

    @Test
    void theHouseHasNoImportCircle() {
        new Arrows(HOUSE).withoutCircles().check(HOUSE.classes());
    }

    @Test
    void aPlantedWrongArrowIsFound() {
        House planted = House.planted();

        assertThatThrownBy(() -> new Arrows(planted).ofTheTable().check(planted.classes()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted.store.WrongArrow")
                .hasMessageContaining("planted.service.Wanted");
    }

    @Test
    void aPlantedWrongLibraryIsFound() {
        House planted = House.planted();

        assertThatThrownBy(() -> new Arrows(planted).ofTheTable().check(planted.classes()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted.domain.WrongLibrary")
                .hasMessageContaining("jakarta.json.JsonObject");
    }

    @Test
    void aPlantedCircleIsFound() {
        House planted = House.planted();

        assertThatThrownBy(() -> new Arrows(planted).withoutCircles().check(planted.classes()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted.service.circle.one")
                .hasMessageContaining("planted.service.circle.two");
    }

    @ParameterizedTest
    @EnumSource
    void theTableOfTheReadmeIsTheTableHeldHere(Room room) throws IOException {
        String map = Files.readString(House.checkout().resolve("src/README.md"));
        Matcher row = Pattern.compile("\\| [0-9] \\| `" + room.noun() + "` \\|[^|]*\\|([^|]*)\\|")
                .matcher(map);

        assertThat(row.find()).as("row of " + room.noun()).isTrue();
        assertThat(roomsNamedIn(row.group(1))).isEqualTo(room.mayUse());
    }

    private static Set<Room> roomsNamedIn(String cell) {
        Set<Room> rooms = EnumSet.noneOf(Room.class);
        Set<String> words = Set.of(cell.replaceAll("\\(.*", "").trim().split(" +"));
        Arrays.stream(Room.values()).filter(room -> words.contains(room.noun())).forEach(rooms::add);
        return rooms;
    }

    @Test
    void neitherParsersNorStandAreInTheEar() throws IOException {
        Path ear = House.checkout().resolve("ear/target/muhafiz.ear");

        try (ZipFile zip = new ZipFile(ear.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("lib/muhafiz-service.jar", "lib/muhafiz-inspect.jar")
                    .noneMatch(name -> name.matches(
                            ".*(tika|pdfbox-tools|preflight|poi|sandbox|stand|verify|flyway|s3proxy|postgres).*"));
        }
    }

    @Test
    void everyPackageTellsItsStoryAndKnowsNoNulls() {
        Set<String> told = HOUSE.classes().stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(HOUSE.classes().stream().map(JavaClass::getPackageName).distinct())
                .isSubsetOf(told);
    }

    @Test
    void noClassIsNamedForItsShapeInsteadOfItsWork() {
        assertThat(HOUSE.classes().stream().map(JavaClass::getSimpleName))
                .noneMatch(
                        name -> name.matches(".*(Impl|Manager|Helper|Utils?|DTO|Dto)|Default[A-Z].*|Abstract[A-Z].*"));
        assertThat(HOUSE.classes().stream().map(JavaClass::getPackageName))
                .noneMatch(name -> name.matches(".*\\.(util|common|dto|impl)(\\..*)?"));
    }
}
