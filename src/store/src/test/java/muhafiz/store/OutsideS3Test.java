package muhafiz.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The contract against a store outside: MUHAFIZ_TEST_S3_ENDPOINT, _REGION, _BUCKET (existing, for tests only),
 * _ACCESS_KEY, _SECRET_KEY, _LOCKS=yes for a bucket made with object lock, and where the destroyer has its own credential, _DESTROY_ACCESS_KEY and _DESTROY_SECRET_KEY.
 */
class OutsideS3Test extends ObjectStoreContract {
    private static final Set<String> NEEDED = Set.of("ENDPOINT", "REGION", "BUCKET", "ACCESS_KEY", "SECRET_KEY");

    static Optional<ObjectStore> store = Optional.empty();
    static Optional<ObjectDestroyer> destroyer = Optional.empty();

    @BeforeAll
    static void connect() {
        Map<String, String> given = System.getenv();
        var missing = new TreeSet<String>();
        NEEDED.forEach(name -> {
            if (!given.containsKey("MUHAFIZ_TEST_S3_" + name)) {
                missing.add("MUHAFIZ_TEST_S3_" + name);
            }
        });
        String skipped = "NOT RUN against an outside store, as these are not set: " + missing;
        if (!missing.isEmpty()) {
            System.getLogger(OutsideS3Test.class.getName()).log(System.Logger.Level.WARNING, skipped);
        }
        assumeTrue(missing.isEmpty(), skipped);
        String access = given.get("MUHAFIZ_TEST_S3_ACCESS_KEY");
        String secret = given.get("MUHAFIZ_TEST_S3_SECRET_KEY");
        store = Optional.of(new S3ObjectStore(settings(given, access, secret)));
        destroyer = Optional.of(new S3ObjectDestroyer(settings(
                given,
                given.getOrDefault("MUHAFIZ_TEST_S3_DESTROY_ACCESS_KEY", access),
                given.getOrDefault("MUHAFIZ_TEST_S3_DESTROY_SECRET_KEY", secret))));
    }

    private static S3Settings settings(Map<String, String> given, String accessKey, String secretKey) {
        return new S3Settings(
                URI.create(given.get("MUHAFIZ_TEST_S3_ENDPOINT")),
                given.get("MUHAFIZ_TEST_S3_REGION"),
                given.get("MUHAFIZ_TEST_S3_BUCKET"),
                accessKey,
                secretKey,
                Waits.USUAL);
    }

    @Override
    boolean hasLocks() {
        return "yes".equals(System.getenv("MUHAFIZ_TEST_S3_LOCKS"));
    }

    @AfterAll
    static void disconnect() {
        store.ifPresent(ObjectStore::close);
        destroyer.ifPresent(ObjectDestroyer::close);
    }

    @Override
    ObjectStore store() {
        return store.orElseThrow();
    }

    @Override
    ObjectDestroyer destroyer() {
        return destroyer.orElseThrow();
    }
}
