package org.rnvr.console.internal.health;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.text.DecimalFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Draws the times between frames, and over them how much each strategy suspected the camera, into memory. Any thread but the
 * UI's, since it takes its time.
 */
final class Plot {

    private static final double NANOS_PER_S = 1e9;
    private static final double LEAST_MS = 1;
    private static final double LEAST_UPPER_MS = 1_000;
    private static final double HEADROOM = 1.1;
    private static final int LEGEND_FROM_HEIGHT = 110;
    private static final int TITLES_FROM_HEIGHT = 230;
    private static final int LEGEND_REACH = 14;
    private static final float FINE = 1f;
    private static final float BOLD = 2f;

    private static final List<Color> ON_DARK = List.of(
            new Color(255, 176, 64), new Color(122, 214, 122), new Color(255, 122, 138), new Color(208, 160, 255));
    private static final List<Color> ON_LIGHT =
            List.of(new Color(178, 96, 0), new Color(24, 124, 40), new Color(196, 32, 56), new Color(120, 60, 190));

    /** No two neighbours are dashed alike, so that colour is never all that tells them apart. */
    private static final List<Stroke> DASHES =
            List.of(line(BOLD), line(BOLD, 8, 4), line(BOLD, 2, 4), line(BOLD, 10, 4, 2, 4));

    private final PlotRequest request;
    private final Color text;
    private final Font font;

    private Plot(PlotRequest request) {
        this.request = request;
        text = color(request.text());
        font = new Font(Font.SANS_SERIF, Font.PLAIN, request.textSize());
    }

    /**
     * Draws it.
     *
     * @param now the time at the right edge
     */
    static ImageData draw(Trace trace, long now, PlotRequest request) {
        return new Plot(request).draw(trace, now);
    }

    private ImageData draw(Trace trace, long now) {
        BufferedImage image = new BufferedImage(request.width(), request.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            chart(trace, now).draw(graphics, new Rectangle2D.Double(0, 0, request.width(), request.height()));
        } finally {
            graphics.dispose();
        }
        ImageData data =
                new ImageData(request.width(), request.height(), Integer.SIZE, new PaletteData(0xff0000, 0xff00, 0xff));
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int row = 0; row < request.height(); row++) {
            data.setPixels(0, row, request.width(), pixels, row * request.width());
        }
        return data;
    }

    private JFreeChart chart(Trace trace, long now) {
        boolean titles = request.height() >= TITLES_FROM_HEIGHT;
        NumberAxis time = new NumberAxis(titles ? Messages.plot_time : null);
        time.setRange(-Trace.LENGTH.toSeconds(), 0);
        time.setTickUnit(new NumberTickUnit(10, new DecimalFormat("0")));
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(dress(time));
        plot.setRangeAxis(dress(gapAxis(trace, now, titles)));
        plot.setDataset(gaps(trace, now));
        plot.setRenderer(curve(request.isDark() ? new Color(96, 176, 255) : new Color(30, 96, 180), line(FINE)));
        plot.setRangeAxis(1, dress(levelAxis(trace, titles)));
        plot.setDataset(1, levels(trace, now));
        plot.setRenderer(1, levelCurves(trace.levels().size()));
        plot.mapDatasetToRangeAxis(1, 1);
        plot.setBackgroundPaint(color(request.ground()));
        Color grid = request.isDark() ? new Color(84, 88, 92) : new Color(208, 212, 216);
        plot.setDomainGridlinePaint(grid);
        plot.setRangeGridlinePaint(grid);
        plot.setOutlinePaint(grid);
        JFreeChart chart = new JFreeChart(null, font, plot, request.height() >= LEGEND_FROM_HEIGHT);
        chart.setBackgroundPaint(color(request.ground()));
        chart.setPadding(new RectangleInsets(2, 2, 2, 2));
        LegendTitle legend = chart.getLegend();
        if (legend != null) {
            legend.setItemFont(font);
            legend.setItemPaint(text);
            legend.setBackgroundPaint(color(request.ground()));
            legend.setFrame(BlockBorder.NONE);
        }
        return chart;
    }

    /** From a millisecond to an outage: only a logarithm shows the jitter of the one beside the other. */
    private static LogAxis gapAxis(Trace trace, long now, boolean titled) {
        LogAxis axis = new LogAxis(titled ? Messages.plot_gaps : null);
        double longest = Math.max(LEAST_UPPER_MS, trace.longest(now).orElse(0));
        axis.setRange(LEAST_MS, Math.pow(10, Math.ceil(Math.log10(longest))));
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(new DecimalFormat("#,##0"));
        return axis;
    }

    private static NumberAxis levelAxis(Trace trace, boolean titled) {
        double highest = 1;
        for (Ring ring : trace.levels().values()) {
            for (int i = 0; i < ring.size(); i++) {
                highest = Math.max(highest, ring.value(i));
            }
        }
        NumberAxis axis = new NumberAxis(titled ? Messages.plot_levels : null);
        axis.setRange(0, highest * HEADROOM);
        return axis;
    }

    private <A extends ValueAxis> A dress(A axis) {
        axis.setLabelFont(font);
        axis.setTickLabelFont(font);
        axis.setLabelPaint(text);
        axis.setTickLabelPaint(text);
        axis.setAxisLinePaint(text);
        axis.setTickMarkPaint(text);
        return axis;
    }

    /** With the silence of now as its newest point. */
    private static DefaultXYDataset gaps(Trace trace, long now) {
        Ring ring = trace.gaps();
        OptionalDouble silence = trace.silence(now);
        int more = silence.isPresent() ? 1 : 0;
        double[][] points = new double[2][ring.size() + more];
        for (int i = 0; i < ring.size(); i++) {
            points[0][i] = (ring.nanos(i) - now) / NANOS_PER_S;
            points[1][i] = Math.max(LEAST_MS, ring.value(i));
        }
        if (more > 0) {
            points[1][ring.size()] = Math.max(LEAST_MS, silence.getAsDouble());
        }
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries(Messages.plot_gaps, points);
        return dataset;
    }

    private static DefaultXYDataset levels(Trace trace, long now) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        for (Map.Entry<String, Ring> curve : trace.levels().entrySet()) {
            Ring ring = curve.getValue();
            double[][] points = new double[2][ring.size()];
            for (int i = 0; i < ring.size(); i++) {
                points[0][i] = (ring.nanos(i) - now) / NANOS_PER_S;
                points[1][i] = ring.value(i);
            }
            dataset.addSeries(curve.getKey(), points);
        }
        return dataset;
    }

    private XYLineAndShapeRenderer levelCurves(int number) {
        List<Color> colors = request.isDark() ? ON_DARK : ON_LIGHT;
        XYLineAndShapeRenderer renderer = lines();
        // else every piece begins its dashes anew and is too short to show any
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < number; i++) {
            renderer.setSeriesPaint(i, colors.get(i % colors.size()));
            renderer.setSeriesStroke(i, DASHES.get(i % DASHES.size()));
        }
        return renderer;
    }

    private static XYLineAndShapeRenderer curve(Color color, Stroke stroke) {
        XYLineAndShapeRenderer renderer = lines();
        renderer.setSeriesPaint(0, color);
        renderer.setSeriesStroke(0, stroke);
        return renderer;
    }

    private static XYLineAndShapeRenderer lines() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setLegendLine(new Line2D.Double(-LEGEND_REACH, 0, LEGEND_REACH, 0));
        return renderer;
    }

    private static Stroke line(float width, float... dashes) {
        return new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dashes.length == 0 ? null : dashes, 0f);
    }

    private static Color color(RGB rgb) {
        return new Color(rgb.red, rgb.green, rgb.blue);
    }
}
