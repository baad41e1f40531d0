package org.liptako.node.console;

/**
 * An alarm.
 *
 * @param instant when, for programs (ISO 8601)
 * @param meaning what alarms of its code are about; may be empty
 */
public record AlarmRow(String instant, String when, String code, String alarm, String meaning) {}
