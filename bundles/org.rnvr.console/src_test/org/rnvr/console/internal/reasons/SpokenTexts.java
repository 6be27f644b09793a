package org.rnvr.console.internal.reasons;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The sentences that the code of a bundle can say, read from its sources: literals, what they are joined to and the formats
 * they are, each way of a condition apart. What goes to the log only, and what only a mistake in the code brings up, is left
 * out.
 */
final class SpokenTexts {

    /** Stands where something is only known when it is said. */
    static final String HOLE = "\u0001";

    private static final Pattern FORMAT = Pattern.compile("%(?:%|[-#+0,(]*\\d*(?:\\.\\d+)?[sdf])");
    private static final Pattern PROSE = Pattern.compile("[A-Za-z]{2,}[,;:.]? +[A-Za-z]|^ [a-z]{2,}|[a-z]{2,} $");
    private static final Pattern LOG = Pattern.compile("(?i)(?:.*\\.)?(?:log|logger|root)|System\\.(?:err|out)");
    private static final Set<String> MISTAKES = Set.of(
            "IllegalArgumentException",
            "IllegalStateException",
            "AssertionError",
            "UnsupportedOperationException",
            "UncheckedIOException");
    private static final Set<String> COMPARING = Set.of(
            "requireNonNull",
            "compile",
            "matches",
            "startsWith",
            "endsWith",
            "contains",
            "replace",
            "replaceFirst",
            "replaceAll",
            "split",
            "indexOf",
            "equals");

    private SpokenTexts() {}

    /** Of all main sources of a bundle: each text with the name of the file where it is said. */
    static Map<String, String> of(Path bundle) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(bundle.resolve("src"))) {
            files = walk.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, String> found = new LinkedHashMap<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    problem -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                String name =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                new Scan(name, found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class Scan extends TreeScanner<Void, Void> {

        private final String file;
        private final Map<String, String> found;

        Scan(String file, Map<String, String> found) {
            this.file = file;
            this.found = found;
        }

        @Override
        public Void visitAnnotation(AnnotationTree tree, Void none) {
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void none) {
            return MISTAKES.contains(tree.getIdentifier().toString()) ? null : super.visitNewClass(tree, none);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
            if (tree.getMethodSelect() instanceof MemberSelectTree call
                    && (COMPARING.contains(call.getIdentifier().toString())
                            || LOG.matcher(call.getExpression().toString()).matches())) {
                return null;
            }
            if (isFormat(tree)) {
                take(tree);
                return scan(
                        tree.getArguments().stream()
                                .filter(argument -> !(argument instanceof LiteralTree))
                                .toList(),
                        none);
            }
            return super.visitMethodInvocation(tree, none);
        }

        @Override
        public Void visitBinary(BinaryTree tree, Void none) {
            if (!isText(tree)) {
                return super.visitBinary(tree, none);
            }
            take(tree);
            return within(tree);
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Void none) {
            take(tree);
            return null;
        }

        /** What is said in a sentence's holes is of other sentences. */
        private Void within(ExpressionTree tree) {
            if (tree instanceof BinaryTree joined && joined.getKind() == Tree.Kind.PLUS) {
                within(joined.getLeftOperand());
                within(joined.getRightOperand());
            } else if (tree instanceof ParenthesizedTree inner) {
                within(inner.getExpression());
            } else if (tree instanceof ConditionalExpressionTree either) {
                within(either.getTrueExpression());
                within(either.getFalseExpression());
            } else if (tree instanceof MethodInvocationTree call && isFormat(call)) {
                call.getArguments().stream()
                        .filter(argument -> !(argument instanceof LiteralTree))
                        .forEach(argument -> scan(argument, null));
            } else if (!(tree instanceof LiteralTree)) {
                scan(tree, null);
            }
            return null;
        }

        private void take(ExpressionTree tree) {
            for (String text : ways(tree)) {
                if (PROSE.matcher(text.replace(HOLE, "x")).find()) {
                    found.putIfAbsent(open(text), file);
                }
            }
        }

        /** A text that ends with a blank goes on with something. */
        private static String open(String text) {
            return (text.startsWith(" ") ? HOLE : "")
                    + text.replaceAll(HOLE + "+", HOLE)
                    + (text.endsWith(" ") ? HOLE : "");
        }
    }

    private static boolean isText(ExpressionTree tree) {
        if (tree instanceof BinaryTree joined) {
            return joined.getKind() == Tree.Kind.PLUS
                    && (isText(joined.getLeftOperand()) || isText(joined.getRightOperand()));
        }
        if (tree instanceof ParenthesizedTree inner) {
            return isText(inner.getExpression());
        }
        if (tree instanceof ConditionalExpressionTree either) {
            return isText(either.getTrueExpression()) || isText(either.getFalseExpression());
        }
        return tree.getKind() == Tree.Kind.STRING_LITERAL
                || tree instanceof MethodInvocationTree call && isFormat(call);
    }

    private static boolean isFormat(MethodInvocationTree tree) {
        return tree.getMethodSelect() instanceof MemberSelectTree call
                && (call.getIdentifier().contentEquals("formatted")
                        || call.getIdentifier().contentEquals("format")
                                && call.getExpression().toString().equals("String"));
    }

    private static List<String> ways(ExpressionTree tree) {
        if (tree instanceof LiteralTree literal) {
            return List.of(String.valueOf(literal.getValue()));
        }
        if (tree instanceof ParenthesizedTree inner) {
            return ways(inner.getExpression());
        }
        if (tree instanceof ConditionalExpressionTree either) {
            return Stream.concat(ways(either.getTrueExpression()).stream(), ways(either.getFalseExpression()).stream())
                    .toList();
        }
        if (tree instanceof BinaryTree joined && joined.getKind() == Tree.Kind.PLUS) {
            List<String> all = new ArrayList<>();
            for (String left : ways(joined.getLeftOperand())) {
                ways(joined.getRightOperand()).forEach(right -> all.add(left + right));
            }
            return all;
        }
        if (tree instanceof MethodInvocationTree call && isFormat(call)) {
            return ways(format(call)).stream().map(SpokenTexts::formatted).toList();
        }
        return List.of(HOLE);
    }

    private static ExpressionTree format(MethodInvocationTree tree) {
        MemberSelectTree call = (MemberSelectTree) tree.getMethodSelect();
        if (call.getIdentifier().contentEquals("formatted")) {
            return call.getExpression();
        }
        List<? extends ExpressionTree> arguments = tree.getArguments();
        return arguments.get(arguments.get(0).toString().startsWith("Locale.") ? 1 : 0);
    }

    private static String formatted(String format) {
        return FORMAT.matcher(format).replaceAll(place -> place.group().equals("%%") ? "%" : HOLE);
    }
}
