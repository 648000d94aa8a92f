/**
 * Notices to people and units: rows of an outbox, written in the transaction of the act that causes them, so that none is sent of what did
 * not happen and none is lost of what did.
 *
 * <p>The portal fetches them ({@link muhafiz.service.notice.Delivery}), sends those whose reader has a verified contact, shows the others,
 * and says what came of it. A notice says that something happened and never what: words stand in {@link muhafiz.domain.notice.NoticeTexts}.
 *
 * <pre>{@code
 * notices.queue("deficiency", new Addressee.Applicants(caseFile), Map.of("kinds", "passport,photo"));
 * }</pre>
 */
@NullMarked
package muhafiz.service.notice;

import org.jspecify.annotations.NullMarked;
