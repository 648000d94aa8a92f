package muhafiz.service.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import muhafiz.service.audit.ReviewWatch;

/** Grants that nobody has looked through for a quarter of a year. */
@ApplicationScoped
class GrantsWarned implements Warned {
    private final ReviewWatch reviews;

    @Inject
    GrantsWarned(ReviewWatch reviews) {
        this.reviews = reviews;
    }

    @Override
    public Set<String> warnings() {
        return reviews.isDue() ? Set.of("grants-review-due") : Set.of();
    }
}
