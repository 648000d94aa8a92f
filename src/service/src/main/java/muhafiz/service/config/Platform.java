package muhafiz.service.config;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.InstantSource;
import javax.sql.DataSource;

/** What the platform gives: the database and the clock, for constructors to ask for. */
@Dependent
class Platform {
    @PersistenceContext(unitName = "archive")
    @Produces
    @SuppressWarnings("NullAway.Init")
    EntityManager database;

    @Resource(lookup = "java:jboss/datasources/ArchiveDS")
    @Produces
    @SuppressWarnings("NullAway.Init")
    DataSource connections;

    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return InstantSource.system();
    }
}
