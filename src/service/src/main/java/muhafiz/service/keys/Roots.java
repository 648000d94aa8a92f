package muhafiz.service.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import muhafiz.crypto.keys.BcfksRootKeys;
import muhafiz.crypto.keys.RootKeys;
import muhafiz.service.config.Settings;

/** The holder of the roots, as configured: a BCFKS key store in a folder of its own. */
@Dependent
class Roots {
    @Produces
    @ApplicationScoped
    RootKeys roots(Settings settings) {
        return BcfksRootKeys.open(settings.rootsFolder());
    }

    void close(@Disposes RootKeys roots) {
        roots.close();
    }
}
