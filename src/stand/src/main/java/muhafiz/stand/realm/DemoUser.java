package muhafiz.stand.realm;

import java.util.List;

/**
 * One demo user.
 *
 * @param role the role's name in the policy
 * @param unit the unit's code, or empty for a role that belongs to no unit
 */
record DemoUser(String name, String role, String unit) {
    /** All of them, as the contract lists them (API, "Start"). */
    static final List<DemoUser> ALL = List.of(
            new DemoUser("portal", "portal", ""),
            new DemoUser("officer", "case_officer", "RD-1"),
            new DemoUser("officer2", "case_officer", "RD-2"),
            new DemoUser("supervisor", "supervisor", "RD-1"),
            new DemoUser("reception", "reception_officer", "ASAN"),
            new DemoUser("callcentre", "call_centre_agent", "CC"),
            new DemoUser("citizenship", "citizenship_officer", "HQ"),
            new DemoUser("refugee", "refugee_officer", "HQ"),
            new DemoUser("control", "control_officer", "HQ"),
            new DemoUser("correspondence", "correspondence_officer", "HQ"),
            new DemoUser("border", "border_officer", "BU"),
            new DemoUser("medical", "medical_officer", "MI"),
            new DemoUser("detention", "detention_officer", "DC-1"),
            new DemoUser("dpo", "dpo", ""),
            new DemoUser("dpo2", "dpo", ""),
            new DemoUser("head", "head_of_service", ""),
            new DemoUser("records", "records_manager", ""),
            new DemoUser("records2", "records_manager", ""),
            new DemoUser("auditor", "auditor", ""),
            new DemoUser("statistician", "statistician", ""),
            new DemoUser("custodian", "key_custodian", ""),
            new DemoUser("custodian2", "key_custodian", ""),
            new DemoUser("admin", "system_administrator", ""));

    List<String> roles() {
        return unit.isEmpty() ? List.of(role) : List.of(role, "unit:" + unit);
    }
}
