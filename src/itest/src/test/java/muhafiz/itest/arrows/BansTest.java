package muhafiz.itest.arrows;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BansTest {
    private static final House HOUSE = House.asBuilt();
    private static final House PLANTED = House.planted();

    /**
     * A ban, and a planted class that breaks it.
     *
     * @param offender its name below {@code muhafiz.itest.planted}
     */
    record Ban(String name, Function<House, ArchRule> rule, String offender) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Ban> bans() {
        return Stream.of(
                new Ban(
                        "no temporary files outside sandbox and stand",
                        house -> new Bans(house).temporaryFiles(),
                        "api.Spiller"),
                new Ban(
                        "the temporary folder is not even named",
                        house -> new Bans(house).temporaryFiles(),
                        "api.TemporaryFolder"),
                new Ban(
                        "no writing to standard streams outside sandbox and stand",
                        house -> new Bans(house).standardStreams(),
                        "api.Spiller"),
                new Ban("time comes from an InstantSource", BansTest::clocks, "domain.Hurried"),
                new Ban("no PDF is read outside the sandbox", house -> new Bans(house).readingPdf(), "paper.PdfReader"),
                new Ban(
                        "no picture is decoded outside the sandbox",
                        house -> new Bans(house).readingPictures(),
                        "service.PictureReader"),
                new Ban("no Java serialisation", house -> new Bans(house).serialisedObjects(), "service.Deserialiser"),
                new Ban("only named classes of service ask the database", BansTest::database, "api.DirectQuestion"),
                new Ban(
                        "nobody changes the JVM's security providers",
                        house -> new SecretBans(house).providers(),
                        "crypto.Installer"),
                new Ban("chance is crypto's", house -> new SecretBans(house).randomness(), "service.Dice"),
                new Ban(
                        "ciphers are crypto's and proof's",
                        house -> new SecretBans(house).ciphers(),
                        "service.OwnCipher"),
                new Ban("hashes are begun by those named", BansTest::hashes, "service.OwnCipher"),
                new Ban(
                        "only crypto makes ciphertext",
                        house -> new SecretBans(house).makersOfCiphertext(),
                        "service.Counterfeiter"),
                new Ban(
                        "no public constructor makes ciphertext",
                        house -> new SecretBans(house).constructorsOfCiphertext(),
                        "crypto.seal.Ciphertext"),
                new Ban("plaintext is opened by those named", BansTest::openers, "service.Opening"),
                new Ban(
                        "a holder of roots exports none",
                        house -> new SecretBans(house).rootsWithoutExport(),
                        "crypto.keys.LeakyRoots"));
    }

    /** The archive's own clock, the store's where nobody gives it one, and that of the programs for outsiders. */
    private static ArchRule clocks(House house) {
        return new Bans(house)
                .clocks(
                        "service.config.Platform",
                        "store.S3ObjectStore",
                        "store.S3ObjectDestroyer",
                        "store.MemoryObjectStore",
                        "verify.Verify");
    }

    private static ArchRule database(House house) {
        return new Bans(house)
                .database(
                        "service.access.AttemptRows",
                        "service.audit.DecisionRows",
                        "service.casefile.CaseRows",
                        "service.clock.ClockRows",
                        "service.config.Platform",
                        "service.custody.BackupRows",
                        "service.custody.RequestRows",
                        "service.destruction.DestructionRows",
                        "service.doctor.DoctorRows",
                        "service.document.DocumentRows",
                        "service.document.RemainingRows",
                        "service.evidence.EvidenceRows",
                        "service.fixity.FixityRows",
                        "service.intake.ExpiredRepeats",
                        "service.intake.Repeats",
                        "service.keys.FieldSeal",
                        "service.keys.ServiceKeys",
                        "service.log.ActorRows",
                        "service.log.FoundRows",
                        "service.log.LogKeyRows",
                        "service.rebuild.RebuildRows",
                        "service.restore.RestoreRows",
                        "service.start.Schema",
                        "service.wall.Wall");
    }

    /** The policy names its version by SHA-256; intake and description compare and keep the document's. */
    private static ArchRule hashes(House house) {
        return new SecretBans(house)
                .hashes(
                        "domain.policy.PolicyFile",
                        "proof.evidence.EvidenceHash",
                        "service.disposition.Bag",
                        "service.document.About",
                        "service.evidence.SealedObjects",
                        // A bag's manifest.
                        "service.imports.Manifest",
                        "service.fixity.WatchedSource",
                        "service.intake.Sha256",
                        "service.request.AnswerPackage",
                        "stand.backup.DumpWriter",
                        "store.S3ObjectStore");
    }

    private static ArchRule openers(House house) {
        return new SecretBans(house)
                .openers(
                        "service.disposition.ParcelContents",
                        "service.disposition.ParcelContents$Opened",
                        "service.doctor.Doctor",
                        "service.doctor.Examination",
                        "service.doctor.Examination$Sample",
                        "service.document.DocumentSeal",
                        "service.fixity.Checkup",
                        "service.fixity.FixityPatrol",
                        "service.inspect.ReadingDesk",
                        "service.inspect.ReadingDesk$Paper",
                        "service.keys.FieldSeal",
                        "service.reading.OpenedContent",
                        "service.request.AnswerContents",
                        "service.request.AnswerContents$Opened",
                        "service.request.RedactionSeal",
                        "service.imports.SealedBytes",
                        "service.upload.Parts");
    }

    @ParameterizedTest
    @MethodSource("bans")
    void theHouseKeepsTheBan(Ban ban) {
        ban.rule().apply(HOUSE).check(HOUSE.classes());
    }

    @ParameterizedTest
    @MethodSource("bans")
    void aPlantedOffenderIsFound(Ban ban) {
        assertThatThrownBy(() -> ban.rule().apply(PLANTED).check(PLANTED.classes()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("muhafiz.itest.planted." + ban.offender());
    }
}
