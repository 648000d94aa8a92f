package muhafiz.service.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What is looked after each hour about access: unconfirmed glass, blocked accounts, counts of no more use. */
@ApplicationScoped
public class AccessSweep {
    private static final Logger LOG = System.getLogger(AccessSweep.class.getName());

    private final GlassWatch glass;
    private final Vacancies vacancies;
    private final Strays strays;

    @Inject
    AccessSweep(GlassWatch glass, Vacancies vacancies, Strays strays) {
        this.glass = glass;
        this.vacancies = vacancies;
        this.strays = strays;
    }

    public void sweep() {
        int reported = glass.escalate();
        int taken = vacancies.sweep();
        LOG.log(Level.INFO, "reported {0} broken glasses, took {1} cases from blocked accounts", reported, taken);
        strays.sweep();
    }
}
