package muhafiz.domain.policy;

import java.util.Optional;

/**
 * A notice that is sent without case content.
 *
 * @param to applicant, recipient, unit or everyone
 * @param state the state of an application that sends it
 * @param request the request that sends it
 */
public record NoticeTemplate(String id, String to, Optional<String> state, Optional<String> request) {}
