package muhafiz.service.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import muhafiz.service.notice.NoticeSweep;

/** How many notices could not be sent and wait for a page to show them, on {@code /metrics}. */
@ApplicationScoped
class NoticeMeters {
    private final NoticeSweep notices;
    private final MeterRegistry registry;

    @Inject
    NoticeMeters(NoticeSweep notices, MeterRegistry registry) {
        this.notices = notices;
        this.registry = registry;
    }

    void begin(@Observes Startup startup) {
        registry.gauge("muhafiz.notices.failed", Tags.empty(), notices, NoticeSweep::failures);
    }
}
