package muhafiz.domain.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Why something was refused, with what the policy wants that ground to name. Closed: a policy with another ground is not followed. */
public sealed interface Ground {
    /** The policy's id. */
    String id();

    /** Who asks could not be identified. */
    record Identity() implements Ground {
        @Override
        public String id() {
            return "RG-IDENTITY";
        }
    }

    record Crime() implements Ground {
        @Override
        public String id() {
            return "RG-CRIME";
        }
    }

    /** Rights and freedoms of others. */
    record Others() implements Ground {
        @Override
        public String id() {
            return "RG-OTHERS";
        }
    }

    record StateSecurity() implements Ground {
        @Override
        public String id() {
            return "RG-STATE";
        }
    }

    /** A minor's secret of origin. */
    record Origin() implements Ground {
        @Override
        public String id() {
            return "RG-ORIGIN";
        }
    }

    /**
     * A law still requires the record.
     *
     * @param rule the retention rule, such as RC-VIO
     * @param law where it is said, such as CAO 47.3
     * @param until the first day on which it no longer does; empty while that waits for an event
     */
    record Retention(String rule, String law, Optional<LocalDate> until) implements Ground {
        @Override
        public String id() {
            return "RG-RETENTION";
        }
    }

    record Hold(UUID hold) implements Ground {
        @Override
        public String id() {
            return "RG-HOLD";
        }
    }

    /** It belongs to the National Archive Fund. */
    record ArchiveFund(String rule) implements Ground {
        @Override
        public String id() {
            return "RG-ARCHIVE";
        }
    }

    /** Answered as often this year as the law wants, without new facts. */
    record Repeat() implements Ground {
        @Override
        public String id() {
            return "RG-REPEAT";
        }
    }

    /** The grounds that a person names by themselves; the others follow from what the archive holds. */
    static Optional<Ground> stated(String id) {
        return switch (id) {
            case "RG-IDENTITY" -> Optional.of(new Identity());
            case "RG-CRIME" -> Optional.of(new Crime());
            case "RG-OTHERS" -> Optional.of(new Others());
            case "RG-STATE" -> Optional.of(new StateSecurity());
            case "RG-ORIGIN" -> Optional.of(new Origin());
            case "RG-REPEAT" -> Optional.of(new Repeat());
            default -> Optional.empty();
        };
    }
}
