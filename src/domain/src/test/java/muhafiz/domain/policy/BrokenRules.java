package muhafiz.domain.policy;

import java.util.stream.Stream;

/** Files whose rules contradict themselves. */
final class BrokenRules {

    private BrokenRules() {}

    static Stream<Broken> all() {
        return Stream.of(retention(), powers(), unused()).flatMap(all -> all);
    }

    private static Stream<Broken> retention() {
        return Stream.of(
                new Broken(
                        "a class without retention",
                        "retention: {trigger: deregistered, period: P5Y, action: shred, status: assumed},\n",
                        "\n",
                        "RC-ABROAD:  {",
                        "retention is missing"),
                new Broken(
                        "a class without purpose",
                        "purpose: P-ABROAD, purpose_status: assumed, ",
                        "purpose_status: assumed, ",
                        "RC-ABROAD:  {",
                        "purpose is missing"),
                new Broken(
                        "a class without basis",
                        ", basis: {is: LB-LAW, act: LOI, article: \"2.4\", status: assumed}",
                        "",
                        "RC-LOG:",
                        "basis is missing"),
                new Broken(
                        "a class on a law that is none",
                        "basis: {is: LB-LAW, act: LOI, article: \"2.4\"",
                        "basis: {is: LB-LAW, act: ONS, article: \"2.4\"",
                        "act: ONS",
                        "no law among the sources"),
                new Broken(
                        "a period that is none",
                        "retention: {trigger: course_ended, period: P1Y,",
                        "retention: {trigger: course_ended, period: twelvemonth,",
                        "twelvemonth",
                        "this is not a period"),
                new Broken(
                        "a floor above the ceiling",
                        "ceiling: {period: P1Y, src: CNIL, status: assumed}",
                        "floor: {period: P2Y, status: assumed}, ceiling: {period: P1Y, src: CNIL, status: assumed}",
                        "RC-TECH:",
                        "the floor is above the ceiling"),
                new Broken(
                        "a period beyond its ceiling",
                        "retention: {trigger: recorded, period: P3Y,",
                        "retention: {trigger: recorded, period: P4Y,",
                        "period: P4Y",
                        "longer than its ceiling"),
                new Broken(
                        "a period below its floor",
                        "retention: {trigger: decision_final, period: P75Y,",
                        "retention: {trigger: decision_final, period: P70Y,",
                        "period: P70Y",
                        "shorter than its floor"),
                new Broken(
                        "personal data kept for ever",
                        "retention: {trigger: course_ended, period: P1Y, action: shred,",
                        "retention: {trigger: course_ended, period: null, action: keep,",
                        "RC-TRAIN:",
                        "kept for ever with personal data"),
                new Broken(
                        "an open period of something that is not kept",
                        "retention: {trigger: course_ended, period: P1Y,",
                        "retention: {trigger: course_ended, period: null,",
                        "RC-TRAIN:",
                        "only what is kept has no period"),
                new Broken(
                        "consent needed, law named",
                        "basis: {is: LB-CONSENT, act: PDL, article: \"9.6.1\"",
                        "basis: {is: LB-LAW, act: PDL, article: \"9.6.1\"",
                        "RC-SUB:",
                        "needs consent as its basis"),
                new Broken(
                        "states that never end",
                        "what: nothing left to do; retention runs, next: []}",
                        "what: nothing left to do; retention runs, next: [open]}",
                        "  closed:    {names",
                        "goes in a circle and never ends"));
    }

    private static Stream<Broken> powers() {
        return Stream.of(
                new Broken(
                        "an administrator who reads",
                        "actions: [deploy, restart, backup, read_health, rebuild], never_actions",
                        "actions: [deploy, restart, backup, read_health, rebuild, read_content], never_actions",
                        "{role: system_administrator",
                        "system_administrator reads nothing"),
                new Broken(
                        "a grant on records for no purpose",
                        "{role: training_officer, classes: [RC-TRAIN], purposes: [P-SERVICE],",
                        "{role: training_officer, classes: [RC-TRAIN], purposes: [],",
                        "{role: training_officer",
                        "a grant that reaches records names a purpose"),
                new Broken(
                        "a compartment left open",
                        "when: [compartment_asylum, assigned_case, purpose_stated, not_restricted]",
                        "when: [assigned_case, purpose_stated, not_restricted]",
                        "{role: refugee_officer, classes: [RC-REF]",
                        "reads content outside the compartment asylum"),
                new Broken(
                        "a disclosure approved by one who may not",
                        "needs: [authority, case_or_order_no, officer, scope], approve: [supervisor]",
                        "needs: [authority, case_or_order_no, officer, scope], approve: [auditor]",
                        "approve: [auditor]",
                        "auditor may not approve"),
                new Broken(
                        "a prohibition of nothing in particular",
                        "{id: PR-HOLD, deny: [shred, anonymise], classes: all_personal, when: legal_hold}",
                        "{id: PR-HOLD, deny: [shred, anonymise], classes: all_personal}",
                        "{id: PR-HOLD",
                        "says when, to whom or by which channel"),
                new Broken(
                        "a key horizon out of bounds",
                        "key_horizon_nights: 7, allowed",
                        "key_horizon_nights: 70, allowed",
                        "key_horizon_nights: 70",
                        "out of its bounds"),
                new Broken(
                        "an overlay that never ends",
                        "effective: [\"2020-04-27\", null], active: false",
                        "effective: [\"2020-04-27\", null], active: true",
                        "{id: OV-2020-04-27",
                        "an active overlay has an end"),
                new Broken(
                        "a row of the table that counts nothing",
                        "I4: [RC-EXP], I5",
                        "I5",
                        "I4: Number of foreigners expelled",
                        "row I4 counts nothing"));
    }

    private static Stream<Broken> unused() {
        return Stream.of(
                new Broken(
                        "a trigger that starts no period",
                        "  released:        {by: officer,",
                        "  full_moon:       {by: sweep}\n  released:        {by: officer,",
                        "full_moon:",
                        "no period starts with it"),
                new Broken(
                        "a purpose that nobody may act for",
                        "  P-OVERSIGHT: {text:",
                        "  P-LEISURE: {text: nobody's business, serves: [T01]}\n  P-OVERSIGHT: {text:",
                        "P-LEISURE:",
                        "granted to nobody"),
                new Broken(
                        "an action that nobody may take",
                        "purposes: [P-RECORDS], actions: [load_calendar]}",
                        "purposes: [P-RECORDS], actions: [classify]}",
                        "confirm_break_glass, draft_policy, approve_policy, load_calendar",
                        "load_calendar: granted to nobody"),
                new Broken(
                        "a condition that no grant asks for",
                        "when: [compartment_detention, own_unit, subject_in_custody_or_assigned]",
                        "when: [compartment_detention, own_unit]",
                        "purpose_stated, not_restricted, case_number, compartment_asylum,",
                        "subject_in_custody_or_assigned: no grant asks for it"),
                new Broken(
                        "a source that nothing rests on",
                        "  ONS:  {what:",
                        "  OMENS: {what: the flight of birds, authority: unofficial}\n  ONS:  {what:",
                        "OMENS:",
                        "no value rests on it"));
    }
}
