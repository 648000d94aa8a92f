package muhafiz.service.notice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import muhafiz.domain.notice.NoticeState;
import muhafiz.domain.notice.NoticeText;

/**
 * A notice, put into words.
 *
 * @param template the policy's id
 * @param version of the words
 * @param language az, en or ru
 * @param sendTo where it may be sent; empty where it waits for a page to show it
 * @param application the number of the case it is about
 * @param unit to which it is, where it is to one
 * @param tries attempts that failed
 */
public record NoticeView(
        UUID id,
        String template,
        int version,
        String language,
        NoticeText text,
        NoticeState state,
        Instant queuedAt,
        int tries,
        Optional<Contact> sendTo,
        Optional<String> application,
        Optional<String> unit) {}
