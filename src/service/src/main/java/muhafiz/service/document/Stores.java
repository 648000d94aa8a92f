package muhafiz.service.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import muhafiz.service.config.Settings;
import muhafiz.store.ObjectDestroyer;
import muhafiz.store.ObjectStore;
import muhafiz.store.S3ObjectDestroyer;
import muhafiz.store.S3ObjectStore;
import muhafiz.store.S3Settings;
import muhafiz.store.S3Tiles;
import muhafiz.store.S3Tombstones;

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

    @Produces
    @Singleton
    S3Tombstones tombstones(Settings settings) {
        return new S3Tombstones(
                s3(settings, "s3.access-key-file", "s3.secret-key-file"),
                s3(settings, "s3.destroy-access-key-file", "s3.destroy-secret-key-file"));
    }

    void close(@Disposes S3Tombstones tombstones) {
        tombstones.close();
    }

    @Produces
    @Singleton
    S3Tiles tiles(Settings settings) {
        return new S3Tiles(s3(settings, "s3.access-key-file", "s3.secret-key-file"));
    }

    void close(@Disposes S3Tiles tiles) {
        tiles.close();
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
