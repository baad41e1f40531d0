package org.liptako.node.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar for long work, on stderr and only on a terminal: a log file gets none. */
public final class ProgressLine implements AutoCloseable {
    /** Set by the launcher where stderr is a terminal: the JDK only knows of stdin and stdout. */
    private static final String TERMINAL = "liptako.terminal";

    private final @Nullable ProgressBar bar;

    private ProgressLine(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** Starts a bar under a name, where a person can see it. */
    public static ProgressLine start(String name) {
        if (!Boolean.getBoolean(TERMINAL)) {
            return new ProgressLine(null);
        }
        return new ProgressLine(new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(0)
                .setStyle(style())
                .clearDisplayOnFinish()
                .build());
    }

    /** In colour unless the reader wants none (no-color.org). */
    private static ProgressBarStyle style() {
        String none = System.getenv("NO_COLOR");
        return none == null || none.isEmpty()
                ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK
                : ProgressBarStyle.UNICODE_BLOCK;
    }

    /** Shows how much is done of how much. */
    public void show(long done, long all) {
        if (bar != null) {
            bar.maxHint(all);
            bar.stepTo(done);
        }
    }

    /** The same, and a few words behind the bar. */
    public void show(long done, long all, String words) {
        if (bar != null) {
            bar.setExtraMessage(words);
        }
        show(done, all);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
