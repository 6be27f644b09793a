package org.rnvr.console.internal.status;

import java.text.MessageFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a notice says.
 *
 * @param title in few words
 * @param body the rest; may be empty
 * @param urgent whether recordings are being lost
 */
record NoticeText(String title, String body, boolean urgent) {

    private static final int NAMES = 5;

    /** Of these alerts, at least one. */
    static NoticeText of(List<LastingAlert> alerts) {
        boolean urgent =
                alerts.stream().anyMatch(alert -> alert.trouble().key().kind().isUrgent());
        if (alerts.size() == 1) {
            return new NoticeText(
                    alerts.get(0).headline(), alerts.get(0).trouble().text(), urgent);
        }
        String body = alerts.stream()
                .collect(
                        Collectors.groupingBy(alert -> alert.trouble().key().kind(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey().words() + ": " + names(entry.getValue()))
                .collect(Collectors.joining("\n"));
        return new NoticeText(MessageFormat.format(Messages.notice_several, alerts.size()), body, urgent);
    }

    private static String names(List<LastingAlert> alerts) {
        String names = alerts.stream()
                .limit(NAMES)
                .map(alert -> alert.trouble().key().name())
                .collect(Collectors.joining(", "));
        return alerts.size() <= NAMES
                ? names
                : MessageFormat.format(Messages.notice_more, names, alerts.size() - NAMES);
    }
}
