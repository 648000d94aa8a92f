package muhafiz.service.casefile;

import java.util.Optional;

/** A case the searcher may know of. */
public record Match(String number, Optional<String> service, String recordClass, String unit, String state) {}
