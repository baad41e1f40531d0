package org.liptako.node.console;

/**
 * A drawing of what is left over time, with the same in words.
 *
 * @param past the line of what was; empty where there is nothing to draw
 * @param ahead the line of what is expected; may be empty
 * @param now where now is between the left and the right
 */
public record PlotView(int width, int height, String past, String ahead, String now, String words) {
    private static final PlotView NONE = new PlotView(ReturnPlot.WIDTH, ReturnPlot.HEIGHT, "", "", "0", "");

    static PlotView of(ReturnPlot plot, Words words) {
        if (!plot.isDrawn()) {
            return NONE;
        }
        return new PlotView(
                ReturnPlot.WIDTH,
                ReturnPlot.HEIGHT,
                plot.pastLine(),
                plot.aheadLine(),
                plot.nowAt(),
                words(plot, words));
    }

    private static String words(ReturnPlot plot, Words words) {
        ReturnPlot.Point first = plot.past().getFirst();
        String been = words.of(
                "plot.past",
                words.day(first.at()),
                Amounts.bytes(first.left(), words),
                Amounts.bytes(plot.past().getLast().left(), words));
        if (plot.ahead().isEmpty()) {
            return been;
        }
        ReturnPlot.Point last = plot.ahead().getLast();
        return been + " " + words.of("plot.ahead", words.day(last.at()), Amounts.bytes(last.left(), words));
    }
}
