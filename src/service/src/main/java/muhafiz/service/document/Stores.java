package muhafiz.service.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import muhafiz.service.config.Settings;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.ObjectStore;
import muhafiz.store.S3ObjectDestroyer;
import muhafiz.store.S3ObjectStore;
import muhafiz.store.S3Settings;

/** The object store, by two credentials: one that puts, gets and looks, one that lists and deletes. */
@Dependent
class Stores {
    @Produces
    @ApplicationScoped
    ObjectStore store(Settings settings) {
        return new S3ObjectStore(s3(settings, "s3.access-key-file", "s3.secret-key-file"));
    }

    void close(@Disposes ObjectStore store) throws Exception {
        store.close();
    }

    @Produces
    @ApplicationScoped
    ObjectDestroyer destroyer(Settings settings) {
        return new S3ObjectDestroyer(s3(settings, "s3.destroy-access-key-file", "s3.destroy-secret-key-file"));
    }

    void close(@Disposes ObjectDestroyer destroyer) throws Exception {
        destroyer.close();
    }

    private static S3Settings s3(Settings settings, String accessKey, String secretKey) {
        return new S3Settings(
                URI.create(settings.required("s3.endpoint")),
                settings.required("s3.region"),
                settings.required("s3.bucket"),
                settings.secret(accessKey),
                settings.secret(secretKey));
    }
}
