package muhafiz.domain.notice;

/**
 * A notice's words in one language.
 *
 * @param subject one line
 * @param body plain text
 */
public record NoticeText(String subject, String body) {}
