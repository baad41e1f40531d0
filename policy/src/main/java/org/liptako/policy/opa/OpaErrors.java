package org.liptako.policy.opa;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What OPA says when it refuses, cut to a length that fits a log line. */
final class OpaErrors {
    private static final int MOST = 300;

    private OpaErrors() {}

    static String summary(byte[] body) {
        String text = new String(body, UTF_8).replaceAll("\\s+", " ").strip();
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
