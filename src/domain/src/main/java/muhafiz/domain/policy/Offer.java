package muhafiz.domain.policy;

import java.util.Map;

/** What people can bring and ask for: document kinds and e-services. */
record Offer(Map<String, DocumentKind> kinds, Map<String, EService> services) {

    static Offer read(FieldReader file) {
        var kinds = KindReader.read(file);
        return new Offer(kinds, ServiceReader.read(file));
    }
}
