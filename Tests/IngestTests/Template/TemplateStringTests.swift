import Ingest
import Testing

/// Functions of text, names and scopes, as the public documentation has them.
@Suite("Template strings") struct TemplateStringTests {
    private func hold(_ expression: String, _ expected: String) {
        let found = value(of: expression)
        let isRight =
            expected.hasPrefix("error: ")
            ? found.hasPrefix("error: ") && found.contains(expected.dropFirst(7)) : found == expected
        #expect(isRight, "\(expression) gives \(found), expected \(expected)")
    }

    @Test(
        "string",
        arguments: [
            ("base64('one, two, three')", #""b25lLCB0d28sIHRocmVl""#),
            ("base64ToString('b25lLCB0d28sIHRocmVl')", #""one, two, three""#),
            ("base64ToJson(base64('{\"one\":\"a\"}')).one", #""a""#),
            ("base64ToString('*')", "error: Base64"),
            ("dataUri('Hello')", #""data:text/plain;charset=utf8;base64,SGVsbG8=""#),
            ("dataUriToString('data:;base64,SGVsbG8sIFdvcmxkIQ==')", #""Hello, World!""#),
            ("endsWith('abcdef', 'EF')", "true"), ("startsWith('abcdef', 'AB')", "true"),
            ("startsWith('abcdef', 'e')", "false"),
            (
                "format('{0}, {1}. Formatted number: {2:N0}', 'Hello', 'User', 8175133)",
                #""Hello, User. Formatted number: 8,175,133""#
            ),
            ("format('{{{0}}} {0:D3}|{1,4}|{1,-4}|', 7, 'a')", #""{7} 007|   a|a   |""#),
            (
                "format('{0}|{1}', createObject('a', 'b'), createArray(true(), 5))",
                #""{'a':'b'}|[true,5]""#
            ),
            ("format('{0}<>{1}', false(), null())", #""False<>""#),
            (
                "format('{0:D5} {0:X4} {0:N1} {0:P0} {0:F0} {0:E2}', 255)",
                #""00255 00FF 255.0 25,500 % 255 2.55E+002""#
            ),
            (
                "format('{0:000-0000} {0:#,##0.00} {0:0%}', 5551234)",
                #""555-1234 5,551,234.00 555123400%""#
            ),
            ("format('{0:F1} {0:0.##} {0:N0} {0}', json('1234.25'))", #""1234.3 1234.25 1,234 1234.25""#),
            ("format('{0:0;(0);zero} {1:0;(0);zero} {2:0;(0);zero}', 1, -1, 0)", #""1 (1) zero""#),
            ("format('{0:D2}', json('1.5'))", "error: no format"),
            ("format('{1}', 'a')", "error: no argument"),
            ("format('{0', 'a')", "error: closed"), ("indexOf('abcdef', 'CD')", "2"),
            ("lastIndexOf('test', 't')", "3"),
            ("indexOf('abcdef', 'z')", "-1"), ("join(createArray('a','b'), ',')", #""a,b""#),
            ("padLeft(123, 10, '0')", #""0000000123""#),
            ("replace('123-123-1234', '-', '')", #""1231231234""#),
            ("split('one,two,three', ',')", #"["one","two","three"]"#),
            ("split('one;two,three', createArray(',', ';'))", #"["one","two","three"]"#),
            ("split('a\r\nb\r\n', '\n')", #"["a\r","b\r",""]"#),
            ("split('a::b:c', createArray('::', ':'))", #"["a","b","c"]"#),
            ("replace('a\r\nb', '\n', '')", #""a\rb""#), ("contains('a\r\nb', '\n')", "true"),
            ("substring('a\r\nb', 2, 1)", #""\n""#), ("length('a\r\nb')", "4"),
            ("take('e\u{301}x', 1)", #""e""#), ("padLeft('é', 3, '0')", #""00é""#),
            ("string(createArray('a', 1))", #""[\"a\",1]""#), ("string(true())", #""True""#),
            ("string(5)", #""5""#),
            ("substring('one two three', 4, 3)", #""two""#),
            ("substring('one', 4, 3)", "error: within the string"),
            ("substring('one', -1)", "error: within"), ("toLower('One')", #""one""#),
            ("toUpper('One')", #""ONE""#),
            ("trim('    one two three   ')", #""one two three""#),
            ("uri('http://contoso.org/firstpath', 'myscript.sh')", #""http://contoso.org/myscript.sh""#),
            (
                "uri('http://contoso.org/firstpath/', 'myscript.sh')",
                #""http://contoso.org/firstpath/myscript.sh""#
            ),
            (
                "uri('http://contoso.org/firstpath/azuredeploy.json/', '/myscript.sh')",
                #""http://contoso.org/myscript.sh""#
            ),
            ("uri('http://contoso.org', 'a/b')", #""http://contoso.org/a/b""#),
            ("uri('http://contoso.org/a/b/', '../c/./d')", #""http://contoso.org/a/c/d""#),
            ("uri('http://contoso.org/a/b?x=1', 'c?y=2')", #""http://contoso.org/a/c?y=2""#),
            ("uri('http://contoso.org/a', '')", #""http://contoso.org/a""#),
            ("uri('http://contoso.org/a', 'https://other.org/x')", #""https://other.org/x""#),
            (
                "parseUri('https://contoso.org:8080/a/b?q=1')",
                #"{"scheme":"https","host":"contoso.org","port":8080,"path":"/a/b","query":"?q=1"}"#
            ),
            ("parseUri('contoso')", "error: no absolute URI"),
            (
                "buildUri(createObject('scheme', 'https', 'host', 'contoso.org', 'path', 'a'))",
                #""https://contoso.org/a""#
            ),
            ("buildUri(createObject('host', 'a'))", "error: scheme"),
            (
                "uriComponent('http://contoso.com/resources/nested/azuredeploy.json')",
                #""http%3A%2F%2Fcontoso.com%2Fresources%2Fnested%2Fazuredeploy.json""#
            ),
            ("uriComponentToString('http%3A%2F%2Fcontoso.com')", #""http://contoso.com""#),
            ("concat('it''s', '')", #""it's""#), ("noSuchFunction()", "error: 'noSuchFunction' is not valid"),
            ("toLower()", "error: expects 1 parameters, but 0 were given"), ("fail('no')", "error: no"),
            (
                "toLower(1)",
                "error: expects its parameter 1 to be a string. The provided value is of type 'Integer'"
            ),
        ]
    )
    func string(_ expression: String, _ expected: String) { hold(expression, expected) }

    @Test(
        "published pairs of uniqueString, and names of version 5 in Azure's namespace",
        arguments: [
            ("uniqueString('tyeth')", #""zcztcwvu6iyg6""#),
            ("uniqueString('hello', 'world')", #""a7wkljktk6wne""#),
            ("uniqueString('test')", #""rbgf3xv4ufgzg""#), ("uniqueString('abc')", #""cgtzqvhu4i23s""#),
            ("uniqueString('foo', 'bar', 'baz')", #""xzi4ioaxtmth4""#),
            (
                "uniqueString('/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/my-rg')",
                #""bmg7c6xu4tw46""#
            ),
            ("guid('hello')", #""520f8434-fe3a-5d99-888d-450a827486a1""#),
            ("guid('a', 'b')", #""2d796349-8c7e-55ec-9624-54ece82ed031""#),
        ]
    )
    func names(_ expression: String, _ expected: String) { hold(expression, expected) }

    private static let group =
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/resource-group"

    @Test(
        "resource ids and scopes",
        arguments: [
            (
                "resourceId('Microsoft.Storage/storageAccounts', 'a')",
                "\"\(group)/providers/Microsoft.Storage/storageAccounts/a\""
            ),
            (
                "resourceId('other', 'Microsoft.Sql/servers/databases', 's', 'd')",
                "\"/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other/providers/Microsoft.Sql/servers/s/databases/d\""
            ),
            ("resourceId('1', 'g', 'A.B/c', 'd')", "\"/subscriptions/1/resourceGroups/g/providers/A.B/c/d\""),
            ("resourceId('A.B/c')", "error: expects at least 2"),
            ("resourceId('A.B/c/d', 'x')", "error: requires 2"),
            (
                "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'r')",
                "\"/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/r\""
            ),
            ("tenantResourceId('A.B/c', 'd')", "\"/providers/A.B/c/d\""),
            (
                "managementGroupResourceId('A.B/c', 'd')",
                "\"/providers/Microsoft.Management/managementGroups/management-group/providers/A.B/c/d\""
            ),
            ("extensionResourceId('/x/y', 'A.B/c', 'd')", "\"/x/y/providers/A.B/c/d\""),
            ("resourceGroup().name", "\"resource-group\""),
            ("subscription().id", "\"/subscriptions/00000000-0000-0000-0000-000000000001\""),
            (
                "subscription().displayName",
                #"{"$symbolic":"[subscription().displayName]","reason":"run-time"}"#
            ),
            ("environment().suffixes.storage", "\"core.windows.net\""),
            ("deployment().name", "\"deployment\""),
            ("environment().authentication.loginEndpoint", "\"https://login.microsoftonline.com/\""),
            (
                "listKeys('x', '2020-01-01').keys[0].value",
                #"{"$symbolic":"[listKeys('x', '2020-01-01').keys[0].value]","reason":"run-time"}"#
            ),
            ("concat('a-', newGuid())", #"{"$symbolic":"[concat('a-', newGuid())]","reason":"run-time"}"#),
            ("empty(newGuid())", #"{"$symbolic":"[empty(newGuid())]","reason":"run-time"}"#),
            ("and(false(), empty(newGuid()))", "false"), ("length(createArray(newGuid(), 'a'))", "2"),
            ("contains(createArray(newGuid(), 'a'), 'a')", "true"),
        ]
    )
    func scopes(_ expression: String, _ expected: String) { hold(expression, expected) }

    @Test(
        "what is no expression of the language",
        arguments: [
            ("concat(", "error: the end"), ("concat('a'", "error: ')'"),
            ("concat('a)", "error: closing quote"),
            ("a b", "error: parentheses"), ("1 2", "error: end of the expression"),
            ("concat('a',)", "error: found ')'"),
            ("99999999999999999999", "error: not a number"), ("#", "error: unexpected"),
            (
                String(repeating: "not(", count: 200) + "true()" + String(repeating: ")", count: 200),
                "error: deeper"
            ),
        ]
    )
    func syntax(_ expression: String, _ expected: String) { hold(expression, expected) }
}
