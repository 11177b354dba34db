import Ingest
import Testing

/// Arguments and results as the public documentation of the functions has them.
@Suite("Template functions") struct TemplateFunctionTests {
    private func hold(_ expression: String, _ expected: String) {
        let found = value(of: expression)
        if expected.hasPrefix("error: ") {
            #expect(found.hasPrefix("error: "), "\(expression) gives \(found)")
            #expect(found.contains(expected.dropFirst(7)), "\(expression) gives \(found)")
        } else {
            #expect(found == expected, "\(expression)")
        }
    }

    @Test("every documented function is known", arguments: TemplateFunctionNames.all)
    func names(_ name: String) {
        // Called with nothing it has a value, or says what it lacks.
        for arguments in ["", "1, 2, 3, 4, 5, 6, 7, 8"] {
            let found = value(of: "\(name)(\(arguments))")
            #expect(!found.contains("is not valid. Expression"), "\(found)")
        }
    }

    @Test(
        "array",
        arguments: [
            ("array(1)", "[1]"), ("array('efgh')", #"["efgh"]"#), ("array(createArray(1))", "[1]"),
            ("createArray('a','b','c')", #"["a","b","c"]"#), ("createArray()", "[]"),
            ("range(5, 3)", "[5,6,7]"), ("range(0, 0)", "[]"), ("range(0, 20000)", "error: count"),
            (
                "flatten(createArray(createArray('one'), createArray('two', 'three')))",
                #"["one","two","three"]"#
            ),
            ("indexFromEnd(createArray(1,2,3), 1)", "3"),
            ("indexFromEnd(createArray(1), 2)", "error: bounds"),
            ("tryIndexFromEnd(createArray(1,2,3), 3)", "1"), ("tryIndexFromEnd(createArray(1), 2)", "null"),
            ("indexOf(createArray('a','b','b'), 'b')", "1"),
            ("lastIndexOf(createArray('a','b','b'), 'b')", "2"),
            ("indexOf(createArray(1), 2)", "-1"),
            ("first(createArray('one','two','three'))", #""one""#), ("first('One Two')", #""O""#),
            ("last(createArray('one','two','three'))", #""three""#), ("last('One Two')", #""o""#),
            ("take(createArray('one','two','three'), 2)", #"["one","two"]"#),
            ("take('one two', 2)", #""on""#),
            ("skip(createArray('one','two','three'), 2)", #"["three"]"#), ("skip('one two', 4)", #""two""#),
            ("concat(createArray('1-1'), createArray('2-1'))", #"["1-1","2-1"]"#),
            ("concat('prefix', '-', 5, true())", #""prefix-5True""#),
            ("union(createArray('one','two'), createArray('two','three'))", #"["one","two","three"]"#),
            (
                "intersection(createArray('one','two','three'), createArray('two','three'))",
                #"["two","three"]"#
            ),
            ("length(createArray('one','two'))", "2"), ("length('One Two Three')", "13"),
            ("min(createArray(0,3,2,5,4))", "0"), ("max(0,3,2,5,4)", "5"),
            ("min(createArray())", "error: empty"),
            ("contains(createArray('one','two'), 'two')", "true"),
            ("contains('OneTwoThree', 'two')", "false"),
            ("empty(createArray())", "true"), ("empty('')", "true"), ("empty(null())", "true"),
            ("tryGet(createArray('a'), 5)", "null"), ("tryGet(createArray('a'), 0)", #""a""#),
        ]
    )
    func array(_ expression: String, _ expected: String) { hold(expression, expected) }

    @Test(
        "object",
        arguments: [
            ("createObject('a', 1, 'b', createArray(2))", #"{"a":1,"b":[2]}"#),
            ("createObject('a')", "error: pairs"),
            ("contains(createObject('one','a'), 'ONE')", "true"), ("createObject('one','a').ONE", #""a""#),
            ("createObject('one','a').two", "error: doesn't exist, available properties are 'one'"),
            ("createObject('one','a')['one']", #""a""#), ("length(createObject('a',1,'b',2))", "2"),
            ("tryGet(createObject('a', createObject('b', 5)), 'a', 'b')", "5"),
            ("tryGet(createObject('a', 1), 'x', 'y')", "null"),
            (
                "items(createObject('b', 2, 'a', 1))",
                #"[{"key":"a","value":1},{"key":"b","value":2}]"#
            ),
            (
                "map(items(createObject('ghi',1,'abc',1,'123',1,'ABD',1)), lambda('x', lambdaVariables('x').key))",
                #"["123","abc","ABD","ghi"]"#
            ),
            ("objectKeys(createObject('a',1,'b',2))", #"["a","b"]"#),
            (
                "union(createObject('one','a','two',createObject('x',1)), createObject('two',createObject('y',2)))",
                #"{"one":"a","two":{"x":1,"y":2}}"#
            ),
            (
                "shallowMerge(createArray(createObject('a',createObject('x',1)), createObject('a',createObject('y',2))))",
                #"{"a":{"y":2}}"#
            ),
            ("intersection(createObject('a',1,'b',2), createObject('a',1,'b',3))", #"{"a":1}"#),
            ("json('{\"a\": [1, 2.5, null, true]}')", #"{"a":[1,2.5,null,true]}"#), ("json('null')", "null"),
            ("json('{''a'': 1,}').a", "1"), ("json('{')", "error: not valid"), ("null()", "null"),
        ]
    )
    func object(_ expression: String, _ expected: String) { hold(expression, expected) }

    @Test(
        "comparison and logic",
        arguments: [
            ("coalesce(null(), null(), 'a')", #""a""#), ("coalesce(null())", "null"),
            ("equals(1, 1)", "true"), ("equals('a', 'A')", "false"),
            ("equals(createArray(1,'a'), createArray(1,'a'))", "true"),
            ("equals(createObject('a',1), createObject('a',2))", "false"), ("equals('1', 1)", "false"),
            ("less(1, 2)", "true"), ("less('A', 'a')", "false"), ("greater('A', 'a')", "true"),
            ("lessOrEquals(2, 2)", "true"), ("greaterOrEquals(1, 2)", "false"),
            ("less('a', 1)", "error: a string"),
            ("and(true(), false())", "false"), ("or(true(), false())", "true"), ("not(true())", "false"),
            ("and(false(), equals(createObject().x, 1))", "false"), ("bool('true')", "true"),
            ("bool(0)", "false"),
            ("bool('x')", "error: no boolean"), ("if(true(), 1, div(1, 0))", "1"),
            ("if(1, 1, 2)", "error: a boolean"),
            ("xor(true(), false())", "true"),
        ]
    )
    func comparison(_ expression: String, _ expected: String) { hold(expression, expected) }

    @Test(
        "numeric",
        arguments: [
            ("add(5, 3)", "8"), ("sub(7, 3)", "4"), ("mul(5, 3)", "15"), ("div(8, 3)", "2"),
            ("mod(7, 3)", "1"),
            ("div(1, 0)", "error: zero"), ("mod(1, 0)", "error: zero"), ("int('4')", "4"),
            ("int('x')", "error: converted"),
            ("float('3.5')", "3.5"), ("add(9223372036854775807, 1)", "error: too large"),
            ("div(-9223372036854775807, -1)", "9223372036854775807"), ("add('a', 1)", "error: an integer"),
            ("copyIndex()", "error: not expected"), ("sub(-5, 3)", "-8"),
        ]
    )
    func numeric(_ expression: String, _ expected: String) { hold(expression, expected) }

    @Test(
        "lambda",
        arguments: [
            ("map(createArray(1,2), lambda('i', mul(lambdaVariables('i'), 2)))", "[2,4]"),
            (
                "map(createArray('a','b'), lambda('x','i', format('{0}{1}', lambdaVariables('x'), lambdaVariables('i'))))",
                #"["a0","b1"]"#
            ),
            ("filter(range(0, 10), lambda('i', equals(mod(lambdaVariables('i'), 5), 0)))", "[0,5]"),
            (
                "sort(createArray(3,1,2), lambda('a','b', less(lambdaVariables('a'), lambdaVariables('b'))))",
                "[1,2,3]"
            ),
            (
                "reduce(createArray(1,2,3), 10, lambda('c','n', add(lambdaVariables('c'), lambdaVariables('n'))))",
                "16"
            ),
            (
                "reduce(createArray(1,2,3), 0, lambda('c','n','i', add(lambdaVariables('c'), lambdaVariables('i'))))",
                "3"
            ),
            (
                "toObject(createArray('a','b'), lambda('x', lambdaVariables('x')), lambda('x', 1))",
                #"{"a":1,"b":1}"#
            ),
            ("toObject(createArray('a'), lambda('x', lambdaVariables('x')))", #"{"a":"a"}"#),
            (
                "groupBy(createArray('foo','bar','baz'), lambda('x', substring(lambdaVariables('x'), 0, 1)))",
                #"{"f":["foo"],"b":["bar","baz"]}"#
            ),
            (
                "groupBy(createArray('ax','bx','Ay'), lambda('x', first(lambdaVariables('x'))), lambda('x', last(lambdaVariables('x'))))",
                #"{"a":["x","y"],"b":["x"]}"#
            ),
            (
                "filter(createArray('a','b','c'), lambda('x','i', equals(mod(lambdaVariables('i'), 2), 0)))",
                #"["a","c"]"#
            ),
            ("mapValues(createObject('a','x'), lambda('v', toUpper(lambdaVariables('v'))))", #"{"a":"X"}"#),
            (
                "map(createArray(1), lambda('a', map(createArray(2), lambda('b', add(lambdaVariables('a'), lambdaVariables('b'))))))",
                "[[3]]"
            ),
            ("map('a', lambda('x', 1))", "error: an array"), ("map(createArray(1), 5)", "error: lambda"),
            ("lambdaVariables('x')", "error: no lambda variable"),
            ("filter(createArray(1), lambda('x', 5))", "error: a boolean"),
        ]
    )
    func lambda(_ expression: String, _ expected: String) { hold(expression, expected) }

    @Test(
        "CIDR",
        arguments: [
            (
                "parseCidr('10.144.0.0/20')",
                #"{"network":"10.144.0.0","netmask":"255.255.240.0","broadcast":"10.144.15.255","firstUsable":"10.144.0.1","lastUsable":"10.144.15.254","cidr":20}"#
            ),
            ("parseCidr('fdad:3236:5555::/48').network", #""fdad:3236:5555::""#),
            (
                "map(range(0, 3), lambda('i', cidrSubnet('10.144.0.0/20', 24, lambdaVariables('i'))))",
                #"["10.144.0.0/24","10.144.1.0/24","10.144.2.0/24"]"#
            ),
            ("cidrSubnet('fdad:3236:5555::/48', 52, 1)", #""fdad:3236:5555:1000::/52""#),
            (
                "map(range(0, 3), lambda('i', cidrHost('10.144.3.0/24', lambdaVariables('i'))))",
                #"["10.144.3.1","10.144.3.2","10.144.3.3"]"#
            ),
            ("cidrSubnet('10.0.0.0/24', 23, 0)", "error: no subnets"),
            ("cidrSubnet('10.0.0.0/24', 25, 2)", "error: number 2"),
            ("parseCidr('10.0.0/24')", "error: no address range"),
            ("cidrHost('10.0.0.0/24', -1)", "error: host"),
            ("parseCidr('0.0.0.0/0').broadcast", #""255.255.255.255""#),
            ("cidrSubnet('::/0', 128, 1)", #""::1/128""#),
        ]
    )
    func cidr(_ expression: String, _ expected: String) { hold(expression, expected) }

    @Test(
        "date",
        arguments: [
            ("dateTimeFromEpoch(1683040573)", #""2023-05-02T15:16:13Z""#),
            ("dateTimeToEpoch('2023-05-02T15:16:13Z')", "1683040573"),
            (
                "dateTimeToEpoch(dateTimeAdd('2023-05-02T15:16:13Z', 'P1Y', 'yyyy-MM-ddTHH:mm:ssZ'))",
                "1714662973"
            ),
            ("dateTimeAdd('2020-04-07 14:53:14Z', 'P3Y')", #""4/7/2023 2:53:14 PM""#),
            ("dateTimeAdd('2020-04-07 14:53:14Z', '-P9D')", #""3/29/2020 2:53:14 PM""#),
            ("dateTimeAdd('2020-04-07 14:53:14Z', 'PT1H')", #""4/7/2020 3:53:14 PM""#),
            ("dateTimeAdd('20240131T000000Z', 'P1M', 'yyyyMMdd')", #""20240229""#),
            ("dateTimeAdd('4/7/2020 2:53:14 PM', 'PT1H')", #""4/7/2020 3:53:14 PM""#),
            (
                "dateTimeAdd('2020-04-07T14:53:14Z', 'P1D', 'dddd, d MMM yy')", #""Wednesday, 8 Apr 20""#
            ),
            ("dateTimeAdd('2020-04-07T14:53:14Z', 'P0D', 'R')", #""Tue, 07 Apr 2020 14:53:14 GMT""#),
            ("dateTimeAdd('2020-04-07T14:53:14Z', 'P0D', 'd')", #""04/07/2020""#),
            ("dateTimeAdd('2020-04-07T14:53:14+02:00', 'P0D', 'HH:mm''h''')", #""12:53h""#),
            ("dateTimeAdd('13/7/2020', 'PT1H')", "error: no date"),
            ("dateTimeAdd('x', 'P1M')", "error: no date"),
            ("dateTimeAdd('2020-01-01', 'x')", "error: no duration"),
            ("utcNow()", #"{"$symbolic":"[utcNow()]","reason":"run-time"}"#),
            (
                "dateTimeAdd(utcNow(), 'P1D')",
                #"{"$symbolic":"[dateTimeAdd(utcNow(), 'P1D')]","reason":"run-time"}"#
            ),
        ]
    )
    func date(_ expression: String, _ expected: String) { hold(expression, expected) }
}
