package org.liptako.node.console;

/**
 * One thing that has changed.
 *
 * @param instant when, for programs (ISO 8601)
 * @param times how often of late, where more than once; may be empty
 * @param dataset what the dataset is called that it is about; may be empty
 * @param href its page
 * @param site what the data centre is called that it is about; may be empty
 * @param said in which entry of whose journal it stands
 */
public record ChangeRow(
        String instant,
        String when,
        String what,
        String times,
        String dataset,
        String href,
        String site,
        String said) {}
