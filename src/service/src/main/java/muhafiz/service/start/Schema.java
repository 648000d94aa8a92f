package muhafiz.service.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Checks that the database is what this archive was built for: the schema's version, and settings that keep a promise. */
@ApplicationScoped
class Schema {
    private static final int VERSION = 33;
    private static final List<String> DURABLE = List.of("fsync", "full_page_writes");

    private final EntityManager database;

    @Inject
    Schema(EntityManager database) {
        this.database = database;
    }

    void check() {
        Integer version =
                (Integer) database.createNativeQuery("select schema_version from archive.installation", Integer.class)
                        .getSingleResult();
        if (version != VERSION) {
            throw new IllegalStateException("the schema has version " + version + ", this archive needs " + VERSION
                    + ": run the migrate command");
        }
        DURABLE.forEach(setting -> require(setting, "on"));
        if (setting("synchronous_commit").equals("off")) {
            throw new IllegalStateException("PostgreSQL's synchronous_commit is off: nothing could be promised");
        }
    }

    private void require(String setting, String wanted) {
        if (!setting(setting).equals(wanted)) {
            throw new IllegalStateException("PostgreSQL's " + setting + " must be " + wanted);
        }
    }

    private String setting(String name) {
        return (String) database.createNativeQuery("select current_setting(:name)", String.class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
