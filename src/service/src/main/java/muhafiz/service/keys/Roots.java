package muhafiz.service.keys;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.service.config.Settings;

/** The holders of the roots, as configured: a BCFKS key store in a folder of its own. */
@Dependent
class Roots {
    @Produces
    @Singleton
    RootHolders holders(Settings settings) {
        return new RootHolders(Map.of("main", BcfksRootKeys.open(settings.rootsFolder())));
    }

    void close(@Disposes RootHolders holders) {
        holders.close();
    }
}
